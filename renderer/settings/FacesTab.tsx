import { useQuery } from '@tanstack/react-query';
import { App, Button, Flex, Modal, Spin, Table, Tag } from 'antd';
import { useState } from 'react';
import {
  FACE_ORIGINS,
  FACE_ROLES,
  type FaceRole,
  type FaceSample,
  type FaceView,
  WHICH_FACE,
} from '../../db/model/faces.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { FileButton } from '../shared/FilePick.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';
import { reading } from '../shared/reading.ts';

/** A line of text as outlines, set in the face itself. */
const Sample = ({ width, height, path }: FaceSample) => (
  <svg className="face-sample" viewBox={`0 0 ${width} ${height}`} role="img" aria-label="字样">
    <path d={path} />
  </svg>
);

const Found = ({ family, fileName, origin, chosenIsMissing }: FaceView) => (
  <div>
    <div>
      {family} <Tag>{FACE_ORIGINS[origin]}</Tag>
    </div>
    <div className="quiet">{fileName}</div>
    {chosenIsMissing && <div className="face-missing">指定的字体文件不见了或已损坏，请重新选择</div>}
  </div>
);

interface Picked {
  readonly role: FaceRole;
  readonly token: string;
  readonly name: string;
}

/** A collection none of whose fonts is known to fit the role. */
interface Several {
  readonly picked: Picked;
  readonly faces: readonly string[];
}

/** 字体: what each kind of text on the papers is set in, and a way to point to another file. */
export function FacesTab() {
  const faces = useQuery(api.faces.list.queryOptions());
  const choose = useAct(client.faces.choose);
  const clear = useAct(client.faces.clear);
  const { message } = App.useApp();
  const [several, setSeveral] = useState<Several | null>(null);
  const pick = async (picked: Picked, face?: string) => {
    clear.clear();
    const { role, token, name } = picked;
    const done = await choose.run({ role, file: token, ...(face === undefined ? {} : { face }) });
    setSeveral(null);
    if (done.ok) {
      message.success(`${FACE_ROLES[role]}已改用“${name}”`);
      return;
    }
    const which = done.problems.find(({ code }) => code === WHICH_FACE);
    if (!which?.expected) return;
    choose.clear();
    setSeveral({ picked, faces: which.expected.split('、') });
  };
  const reset = async (role: FaceRole) => {
    choose.clear();
    if ((await clear.run({ role })).ok) message.success(`${FACE_ROLES[role]}已改回本机或程序自带的字体`);
  };
  const busy = choose.running || clear.running;
  const problems = faces.isError ? problemsOf(faces.error) : [...choose.problems, ...clear.problems];
  return (
    <div className="panel stack">
      <ProblemList problems={problems} />
      <p className="quiet faces-note">
        公文用小标宋、仿宋、黑体、楷体。本机装有这些字体的就用本机的，没有的由程序自带的字体代替，行距和每页行数不变；字体中没有的生僻字逐字由其他字体补上。也可以指定字体文件：须为
        TrueType
        字体（.ttf、.ttc），程序把它复制到数据文件夹，随备份保存。新装到本机的字体，重新启动程序后可用。
      </p>
      <Spin spinning={busy}>
        <Table<FaceView>
          size="small"
          loading={reading(faces.isPending)}
          dataSource={[...(faces.data ?? [])]}
          rowKey="role"
          pagination={false}
          scroll={{ x: 860 }}
          columns={[
            { title: '用途', width: 180, render: (_, { role }) => FACE_ROLES[role] },
            { title: '所用字体', width: 260, render: (_, view) => <Found {...view} /> },
            { title: '字样', render: (_, { sample }) => <Sample {...sample} /> },
            {
              title: '操作',
              width: 150,
              fixed: 'right',
              render: (_, { role, origin, chosenIsMissing }) => (
                <Flex gap={8} wrap>
                  <FileButton
                    size="small"
                    purpose="font"
                    aria-label={`${FACE_ROLES[role]}：选择字体文件`}
                    onPicked={({ token, name }) => void pick({ role, token, name })}
                  >
                    选择字体文件…
                  </FileButton>
                  {(origin === 'chosen' || chosenIsMissing) && (
                    <Button size="small" onClick={() => void reset(role)}>
                      取消指定
                    </Button>
                  )}
                </Flex>
              ),
            },
          ]}
        />
      </Spin>
      {several && (
        <Modal
          open
          title={`“${several.picked.name}”中有多个字体，用哪一个？`}
          footer={null}
          onCancel={() => setSeveral(null)}
        >
          <Flex vertical gap={8}>
            {several.faces.map((face) => (
              <Button key={face} loading={busy} onClick={() => void pick(several.picked, face)}>
                {face}
              </Button>
            ))}
          </Flex>
        </Modal>
      )}
    </div>
  );
}
