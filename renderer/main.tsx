import { createRoot } from 'react-dom/client';
import { speakChinese } from '../db/model/issueText.ts';
import 'antd/dist/antd.css';
import './styles.css';
import { App } from './app/App.tsx';
import { nonceForEveryStyle } from './styleNonce.ts';

nonceForEveryStyle();
speakChinese();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root element');
createRoot(root).render(<App />);
