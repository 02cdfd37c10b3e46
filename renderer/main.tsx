import { createRoot } from 'react-dom/client';
import './styles.css';
import { App } from './app/App.tsx';
import { nonceForEveryStyle } from './styleNonce.ts';

nonceForEveryStyle();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root element');
createRoot(root).render(<App />);
