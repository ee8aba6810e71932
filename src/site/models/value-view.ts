import { formatNumber } from '../../text/format-quantity.ts';
import type { Speaker } from '../../schema/entity-schema.ts';
import type { Value } from '../../schema/value.ts';
import { formatDate, type FormattedDate } from '../format-date.ts';
import { formatQuantity, type FormattedQuantity } from '../format-quantity.ts';
import { inLanguage, type TextInLanguage } from '../language.ts';
import type { EntityLink, PageContext } from '../page-context.ts';

/** A value in words, by how it is drawn. */
export type ValueView =
  | { readonly type: 'text'; readonly text: TextInLanguage }
  | { readonly type: 'entity'; readonly entity: EntityLink }
  | { readonly type: 'date'; readonly date: FormattedDate }
  | { readonly type: 'quantity'; readonly quantity: FormattedQuantity }
  | { readonly type: 'link'; readonly href: string; readonly text: string };

export type SpeakerView =
  { readonly type: 'entity'; readonly entity: EntityLink } | { readonly type: 'words'; readonly text: TextInLanguage };

/** A value as a page shows it. */
export function toValueView(value: Value, { language, strings, pick, link }: PageContext): ValueView {
  const plain = (text: string): ValueView => ({ type: 'text', text: inLanguage(text, strings.language) });
  switch (value.type) {
    case 'text':
      return { type: 'text', text: pick(value.text) };
    case 'entity':
      return { type: 'entity', entity: link(value.entity) };
    case 'date':
      return { type: 'date', date: formatDate(value.date, strings) };
    case 'quantity':
      return { type: 'quantity', quantity: formatQuantity(value.quantity, language, strings.number) };
    case 'number':
      return plain(strings.number(formatNumber(value.number, strings.language)));
    case 'url':
      return { type: 'link', href: value.url, text: value.url };
    case 'country': {
      const name = new Intl.DisplayNames([strings.language], { type: 'region', fallback: 'none' }).of(value.code);
      return plain(name === undefined ? value.code : `${name} (${value.code})`);
    }
    case 'point':
      return plain(
        strings.say('value.point', {
          latitude: formatNumber(Math.abs(value.latitude), strings.language),
          northOrSouth: strings.say(value.latitude < 0 ? 'value.south' : 'value.north'),
          longitude: formatNumber(Math.abs(value.longitude), strings.language),
          eastOrWest: strings.say(value.longitude < 0 ? 'value.west' : 'value.east'),
        }),
      );
  }
}

export function toSpeakerView(speaker: Speaker, { pick, link }: PageContext): SpeakerView {
  return speaker.type === 'entity'
    ? { type: 'entity', entity: link(speaker.entity) }
    : { type: 'words', text: pick(speaker.text) };
}

/** A value as plain text, for a title or a description. */
export function toPlainValue(view: ValueView): string {
  switch (view.type) {
    case 'text':
      return view.text.text;
    case 'entity':
      return view.entity.label.text;
    case 'date':
      return view.date.text;
    case 'quantity':
      return view.quantity.plain;
    case 'link':
      return view.text;
  }
}
