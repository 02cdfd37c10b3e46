import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, InputNumber, Select } from 'antd';
import { useEffect } from 'react';
import type { OutsideEventView, ResultRow } from '../../db/model/contract/results.ts';
import type { IsoDate } from '../../db/model/dates.ts';
import type { WorkshopId } from '../../db/model/ids.ts';
import { type OutsideEventInput, SCORED_EVENTS } from '../../db/model/results.ts';
import { OUTSIDE_EVENTS, type OutsideEventKind } from '../../db/model/terms.ts';
import { api, client, problemsOf, useAct } from '../api.ts';
import { useOffice } from '../app/office.ts';
import { FormModal } from '../shared/FormModal.tsx';
import { DateInput } from '../shared/inputs.tsx';
import { ProblemList } from '../shared/ProblemList.tsx';

interface Props {
  readonly kind: OutsideEventKind;
  /** What is corrected; null for a new one. */
  readonly before: OutsideEventView | null;
  readonly rows: readonly ResultRow[];
  readonly onClose: () => void;
}

interface Fields {
  readonly happenedOn: IsoDate;
  readonly lastDay: IsoDate | null;
  readonly documentNo: string;
  readonly place: string;
  readonly note: string;
  readonly workshopIds: readonly WorkshopId[];
  /** Points as typed, by workshop. */
  readonly scores: Readonly<Record<string, number | null>>;
  /** Vetoes as told, by workshop. */
  readonly vetoes: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** Whom each kind is usually about: what the button fills in. */
const usual = (kind: OutsideEventKind, rows: readonly ResultRow[]): readonly ResultRow[] =>
  kind === 'resultPublicity' || kind === 'annex' || kind === 'announcement'
    ? rows.filter((row) => row.state === 'recommended')
    : rows.filter((row) => row.county?.passed === true);

const DAY_LABELS: Readonly<Partial<Record<OutsideEventKind, string>>> = {
  resultPublicity: '公示首日',
  annex: '上报日期',
  announcement: '公布日期',
};

function eventFrom({ kind }: Props, fields: Fields): OutsideEventInput {
  const { workshopIds, scores, vetoes, reason: _, ...rest } = fields;
  const isScored = SCORED_EVENTS.includes(kind);
  return {
    ...rest,
    kind,
    lastDay: kind === 'resultPublicity' ? rest.lastDay : null,
    workshops: workshopIds.map((workshopId) => {
      const points = scores[workshopId];
      const score = isScored && typeof points === 'number' ? Math.round(points * 10) : null;
      return { workshopId, score, veto: isScored ? (vetoes[workshopId] ?? '') : '' };
    }),
  };
}

function initial({ before }: Props, today: IsoDate): Fields {
  const scores = (before?.workshops ?? []).map(
    (one) => [one.workshopId, one.score === null ? null : one.score / 10] as const,
  );
  return {
    happenedOn: before?.happenedOn ?? today,
    lastDay: before?.lastDay ?? null,
    documentNo: before?.documentNo ?? '',
    place: before?.place ?? '',
    note: before?.note ?? '',
    workshopIds: before?.workshops.map((one) => one.workshopId) ?? [],
    scores: Object.fromEntries(scores),
    vetoes: Object.fromEntries((before?.workshops ?? []).map((one) => [one.workshopId, one.veto])),
    reason: '',
  };
}

/** Records what city or province did, or corrects it with a reason. */
export function EventModal(props: Props) {
  const { kind, before, rows, onClose } = props;
  const { today } = useOffice();
  const [form] = Form.useForm<Fields>();
  const firstDay = Form.useWatch('happenedOn', form);
  const chosen: readonly WorkshopId[] = Form.useWatch('workshopIds', form) ?? [];
  const isNotice = kind === 'resultPublicity';
  const period = useQuery(
    api.results.period.queryOptions({
      input: { firstDay: firstDay ?? today },
      enabled: isNotice && firstDay !== undefined && firstDay !== null,
    }),
  );
  const isCounted = (): boolean => isNotice && !before && !form.isFieldTouched('lastDay');
  const act = useAct(async (fields: Fields) => {
    // Saved at once after the first day was typed, the field may still show what an earlier first day came to.
    const lastDay = isCounted()
      ? (await client.results.period({ firstDay: fields.happenedOn })).lastDay
      : fields.lastDay;
    return client.results.saveEvent({
      id: before?.id ?? null,
      event: eventFrom(props, { ...fields, lastDay }),
      reason: fields.reason.trim(),
    });
  });
  const counted = period.data?.lastDay;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newly counted day is what is shown
  useEffect(() => {
    // setFieldValue would count as typing, and the next first day would be counted no more.
    if (counted && isCounted()) form.setFields([{ name: 'lastDay', value: counted, touched: false }]);
  }, [counted]);
  // Fields that this kind does not show are not among those handed over.
  const save = async (fields: Partial<Fields>): Promise<void> => {
    if ((await act.run({ ...initial(props, today), ...fields })).ok) onClose();
  };
  const nameOf = (id: WorkshopId): string =>
    rows.find((row) => row.workshopId === id)?.name ??
    before?.workshops.find((one) => one.workshopId === id)?.name ??
    '';
  const options = [...new Set([...rows.map((row) => row.workshopId), ...chosen])].map((value) => ({
    value,
    label: nameOf(value),
  }));
  const suggested = usual(kind, rows).map((row) => row.workshopId);
  return (
    <FormModal<Fields>
      title={`${before ? '更正' : '登记'}${OUTSIDE_EVENTS[kind]}`}
      okText={before ? '保存更正' : '登记'}
      refusedTitle="没有登记"
      form={form}
      name="event"
      initialValues={initial(props, today)}
      act={act}
      focus="happenedOn"
      width={720}
      intro={
        <ProblemList problems={period.error ? problemsOf(period.error) : (period.data?.warnings ?? [])} />
      }
      outro={
        kind === 'announcement' && (
          <Alert type="info" showIcon title="省厅公布的小作坊，收款信息核实后即可列入发放表。" />
        )
      }
      onSave={save}
      onClose={onClose}
    >
      <div className="two-columns">
        <Form.Item
          name="happenedOn"
          label={DAY_LABELS[kind] ?? '日期'}
          rules={[{ required: true, message: '请填日期' }]}
        >
          <DateInput />
        </Form.Item>
        {isNotice && (
          <Form.Item
            name="lastDay"
            label="公示截止日"
            {...(counted ? { extra: `按年度政策计算为${counted}` } : {})}
            rules={[{ required: true, message: '请填公示截止日' }]}
          >
            <DateInput />
          </Form.Item>
        )}
        {isNotice && (
          <Form.Item
            name="place"
            label="公示位置"
            rules={[{ required: true, whitespace: true, message: '请填公示位置' }]}
          >
            <Input maxLength={120} placeholder="如 市政府网站" />
          </Form.Item>
        )}
        <Form.Item
          name="documentNo"
          label="文号"
          rules={kind === 'announcement' ? [{ required: true, whitespace: true, message: '请填文号' }] : []}
        >
          <Input maxLength={60} />
        </Form.Item>
      </div>
      <Form.Item
        label="涉及的小作坊"
        required
        extra={
          <Button
            type="link"
            size="small"
            disabled={suggested.length === 0}
            onClick={() => form.setFieldValue('workshopIds', suggested)}
          >
            {`全部选入：${usual(kind, rows).length}家${SCORED_EVENTS.includes(kind) || kind === 'citySample' ? '县级达标的' : '已推荐的'}`}
          </Button>
        }
      >
        <Form.Item
          name="workshopIds"
          noStyle
          rules={[{ required: true, type: 'array', min: 1, message: '请选择小作坊' }]}
        >
          <Select<WorkshopId[]>
            mode="multiple"
            aria-label="涉及的小作坊"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选择小作坊"
            options={options}
            maxTagCount={8}
          />
        </Form.Item>
      </Form.Item>
      {SCORED_EVENTS.includes(kind) && chosen.length > 0 && (
        <Form.Item
          label={kind === 'cityScores' ? '复评得分' : '抽查得分（没有告知的不填）'}
          extra="通报有否决项的，照通报填写；不论得分多少均为不通过，得分没有告知的可以不填"
        >
          <div className="event-scores">
            {chosen.map((id) => (
              <div className="event-score" key={id}>
                <span>{nameOf(id)}</span>
                <Form.Item name={['scores', id]} noStyle>
                  <InputNumber<number>
                    aria-label={`${nameOf(id)}得分`}
                    min={0}
                    max={1000}
                    precision={1}
                    controls={false}
                    suffix="分"
                    className="full-width"
                  />
                </Form.Item>
                <Form.Item name={['vetoes', id]} noStyle>
                  <Input aria-label={`${nameOf(id)}否决项`} maxLength={200} placeholder="不符合的否决项" />
                </Form.Item>
              </div>
            ))}
          </div>
        </Form.Item>
      )}
      <Form.Item name="note" label="备注">
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      {before && (
        <Form.Item
          name="reason"
          label="更正原因"
          rules={[{ required: true, whitespace: true, message: '请写明原因' }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      )}
    </FormModal>
  );
}
