/** Forms that no rule reaches, behind the word that they are forms of. Forms that are as often another word (left, saw) are missing. */
const FORMS = `
arise arose arisen|awake awoke awoken|bear borne|beat beaten|become became|begin began begun|bend bent|bind bound|bite bitten
bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught
choose chose chosen|cling clung|come came|creep crept|deal dealt|dig dug|do done|draw drew drawn|dream dreamt|drink drank drunk
drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|flee fled|fling flung
fly flew flown|forbid forbade forbidden|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven
freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|hang hung|hear heard|hide hid hidden|hold held
keep kept|kneel knelt|know knew known|lead led|lean leant|learn learnt|leap leapt|lend lent|light lit|lose lost|make made
mean meant|meet met|mislead misled|mistake mistook mistaken|overcome overcame|overtake overtook overtaken
overthrow overthrew overthrown|pay paid|prove proven|rebuild rebuilt|retake retook retaken|ride rode ridden|ring rang rung
rise risen|run ran|say said|see seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken|shine shone|shoot shot
show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|smell smelt|sow sown
speak spoke spoken|spend spent|spill spilt|spin spun|spoil spoilt|spring sprang sprung|stand stood|steal stole stolen
stick stuck|sting stung|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swell swollen
swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown
undergo underwent undergone|understand understood|undertake undertook undertaken|wake woke woken|wear wore worn|weave wove woven
weep wept|win won|withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written
person people|man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|ox oxen
wolf wolves|knife knives|wife wives|half halves|shelf shelves|thief thieves|life lives|loaf loaves|calf calves|self selves
crisis crises|analysis analyses|thesis theses|hypothesis hypotheses|criterion criteria|phenomenon phenomena
medium media|bacterium bacteria|stimulus stimuli|nucleus nuclei`;

/** The plain form of an irregular one, by the irregular one. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  FORMS.trim()
    .split(/[|\n]/)
    .flatMap((entry) => {
      const [plain = '', ...forms] = entry.split(' ');
      return forms.map((form) => [form, plain] as const);
    }),
);
