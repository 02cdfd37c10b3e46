import { StyleProvider } from '@ant-design/cssinjs';
import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { queryClient } from '../api.ts';
import { useCommandKeys } from '../shared/useCommand.ts';
import { styleNonce } from '../styleNonce.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Gate } from './Gate.tsx';
import { keepingCache } from './styleCache.ts';
import { theme } from './theme.ts';

dayjs.locale('zh-cn');

// Antd's own placeholder, not a template.
// biome-ignore lint/suspicious/noTemplateCurlyInString: see above
const validateMessages = { required: '请填写${label}' };

const styleCache = keepingCache();

/** The whole window. */
export function App() {
  useCommandKeys();
  return (
    <StyleProvider cache={styleCache}>
      <ConfigProvider
        locale={zhCN}
        theme={theme}
        csp={{ nonce: styleNonce }}
        form={{ validateMessages, scrollToFirstError: { block: 'center', focus: true } }}
        button={{ autoInsertSpace: false }}
      >
        <AntApp>
          <ErrorBoundary>
            <QueryClientProvider client={queryClient}>
              <Gate />
            </QueryClientProvider>
          </ErrorBoundary>
        </AntApp>
      </ConfigProvider>
    </StyleProvider>
  );
}
