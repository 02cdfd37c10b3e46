import { Flex, Select, Typography } from 'antd';
import type { WorkshopPage } from '../../db/model/contract/workshops.ts';
import {
  isOptional,
  MATERIAL_FORMS,
  MATERIALS,
  type Material,
  missingMaterials,
} from '../../db/model/materials.ts';
import { keysOf } from '../../db/model/terms.ts';
import { client, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { ProblemList } from '../shared/ProblemList.tsx';
import './workshops.css';

type Form = keyof typeof MATERIAL_FORMS | 'none';

const FORMS: readonly { readonly value: Form; readonly label: string }[] = [
  { value: 'none', label: '未收' },
  ...keysOf(MATERIAL_FORMS).map((value) => ({ value, label: MATERIAL_FORMS[value] })),
];

/** 附件材料清单: ticked off as they come in, kept at once. */
export function MaterialList({ page }: { readonly page: WorkshopPage }) {
  const { today } = useOffice();
  const act = useAct(client.workshops.saveMaterials);
  const { applicationId, materials } = page;
  const missing = missingMaterials(materials);
  const mark = (material: Material, form: Form): void => {
    const { [material]: _, ...others } = materials;
    const changed = form === 'none' ? others : { ...others, [material]: { form, receivedOn: today } };
    void act.run({ applicationId, materials: changed });
  };
  return (
    <section className="panel" aria-label="附件材料清单">
      <p className="side-heading">附件材料清单</p>
      <Typography.Text type={missing.length > 0 ? 'warning' : 'secondary'}>
        {missing.length > 0 ? `尚缺${missing.length}项` : '材料齐全'}
      </Typography.Text>
      <ProblemList problems={act.problems} title="没有登记" onClose={act.clear} />
      {keysOf(MATERIALS).map((material) => {
        const received = materials[material];
        return (
          <Flex key={material} justify="space-between" align="center" gap={8} className="material-line">
            <span>
              {MATERIALS[material]}
              <span className="quiet">
                {received ? ` ${received.receivedOn}` : isOptional(material) ? '（可不提供）' : ''}
              </span>
            </span>
            <Select<Form>
              size="small"
              className="material-form"
              aria-label={MATERIALS[material]}
              value={received?.form ?? 'none'}
              options={[...FORMS]}
              disabled={act.running}
              onChange={(form) => mark(material, form)}
            />
          </Flex>
        );
      })}
      <Typography.Text type="secondary">电子附件请在“附件”页添加。</Typography.Text>
    </section>
  );
}
