import { Button, Empty } from 'antd';
import { useNavigate } from 'react-router';

/** An address that leads nowhere, e.g. a record removed meanwhile. */
export function NotFound() {
  const navigate = useNavigate();
  return (
    <Empty className="page-empty" description="没有这个页面，它可能已被移走">
      <Button type="primary" onClick={() => void navigate('/')}>
        回到工作台
      </Button>
    </Empty>
  );
}
