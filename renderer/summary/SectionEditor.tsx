import { Alert, Button, Flex, Input } from 'antd';
import { Link } from 'react-router';
import type { WritingSection } from '../../db/model/writing.ts';

interface Props {
  readonly section: WritingSection;
  readonly edit: { readonly heading: string; readonly text: string };
  readonly locked: boolean;
  readonly onChange: (patch: { readonly heading?: string; readonly text?: string }) => void;
}

/** One section: its text at the left, the figures it rests on at the right, each leading to its list. */
export function SectionEditor({ section, edit, locked, onChange }: Props) {
  const name = section.heading === '' ? '正文' : section.heading;
  const differs = edit.text !== section.generated;
  return (
    <section className="panel writing-section" aria-label={name}>
      <div>
        {section.heading !== '' && (
          <Input
            aria-label={`${name}的标题`}
            className="writing-heading"
            variant="borderless"
            maxLength={60}
            readOnly={locked}
            value={edit.heading}
            onChange={(event) => onChange({ heading: event.target.value })}
          />
        )}
        <Input.TextArea
          aria-label={`${name}的内容`}
          className="writing-text"
          rows={3}
          maxLength={8000}
          readOnly={locked}
          value={edit.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      </div>
      <aside className="writing-figures" aria-label={`${name}的数字出处`}>
        {section.figures.length === 0 && <p className="quiet">这一节没有引用数字</p>}
        <ul className="plain-list">
          {section.figures.map(({ label, value, link }) => (
            <li key={label}>
              <Link to={link} title="打开这个数字的出处">
                {label}：{value}
              </Link>
            </li>
          ))}
        </ul>
        {differs && !locked && (
          <Flex vertical gap={4} align="start">
            <Alert type="info" title="这一节已修改，重新取数时保留" />
            <Button size="small" onClick={() => onChange({ text: section.generated })}>
              恢复为按记录生成的文字
            </Button>
          </Flex>
        )}
      </aside>
    </section>
  );
}
