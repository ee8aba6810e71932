import type { Name } from '../../../src/mention/name.ts';

/** Labels and aliases as an editor would list them who has read the article, spelled as reference works spell them. */
const labels: Readonly<Record<string, readonly string[]>> = {
  isis: ['داعش', 'تنظيم داعش', 'الدولة الإسلامية'],
  nato: ['الناتو', 'حلف الناتو', 'حلف شمال الأطلسي', 'التحالف'],
  coalition: ['التحالف', 'قوات التحالف', 'التحالف الدولي'],
  cia: ['وكالة الاستخبارات المركزية'],
  brennan: ['جون برينان', 'برينان'],
  obama: ['أوباما', 'باراك أوباما'],
  'obama-administration': ['إدارة أوباما'],
  soufan: ['مجموعة صوفان'],
  usa: ['الولايات المتحدة', 'أمريكا', 'أميركا'],
  uk: ['المملكة المتحدة', 'بريطانيا'],
  europe: ['أوروبا', 'اوربا'],
  iraq: ['العراق'],
  syria: ['سوريا', 'سورية'],
  belgium: ['بلجيكا'],
  canada: ['كندا'],
  denmark: ['الدانمارك', 'الدنمارك'],
  france: ['فرنسا'],
  netherlands: ['هولندا'],
  turkey: ['تركيا'],
  philippines: ['الفلبين'],
  bangladesh: ['بنغلاديش', 'بنجلاديش'],
  // Not in the article: near misses.
  mali: ['مالي'],
  lebanon: ['لبنان'],
  germany: ['ألمانيا'],
};
export const NATO_NAMES: readonly Name[] = Object.entries(labels).flatMap(([entity, list]) =>
  list.map((label) => ({ entity, text: label, lang: 'ar' })),
);
