import type { ThemeConfig } from 'antd';

const BLUE = '#1f5fae';

/** One restrained theme: white, greys, one blue; red is antd's error colour and means overdue or refused. */
export const theme: ThemeConfig = {
  // Antd's styles come as one file (main.tsx); only their variables are worked out in the window.
  zeroRuntime: true,
  hashed: false,
  token: {
    colorPrimary: BLUE,
    colorInfo: BLUE,
    colorLink: BLUE,
    colorError: '#b42318',
    colorWarning: '#8a6116',
    // Derived from so dark a brown antd's own ground would be grey and hard to read on.
    colorWarningBg: '#fff8e6',
    colorWarningBorder: '#ddc68f',
    colorErrorBg: '#fdf1ef',
    colorErrorBorder: '#e3b5ae',
    colorPrimaryBg: '#e8f0fa',
    colorPrimaryBgHover: '#d8e5f5',
    colorTextSecondary: '#595959',
    colorBgLayout: '#f5f6f8',
    fontSize: 14,
    fontSizeSM: 14,
    borderRadius: 4,
    motion: false,
    fontFamily: `"Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Desk Sans", "SimSun-ExtB", "Plangothic P1", "Desk Rare", sans-serif`,
  },
  components: {
    Layout: { siderBg: '#ffffff', bodyBg: '#f5f6f8' },
    Menu: { itemHeight: 36, itemBorderRadius: 4, itemMarginInline: 8, activeBarBorderWidth: 0 },
    Form: { itemMarginBottom: 12, verticalLabelPadding: '0 0 2px' },
    Table: { cellPaddingBlockSM: 8, headerBg: '#f5f6f8' },
    Typography: { fontSizeHeading1: 20, titleMarginBottom: 0, titleMarginTop: 0 },
  },
};
