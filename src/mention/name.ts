/** A label or an alias of an entity, as an author wrote it, with what the author said about finding it. */
export interface Name {
  /** Id of the entity that bears the name. */
  readonly entity: string;
  readonly text: string;
  /** Language the name is listed under; it may stand in a text of any language. */
  readonly lang: string;
  /** Also a common word (مالي, Turkey): found only after a cue word, or where one of `cues` stands in the passage. */
  readonly common?: boolean | undefined;
  /** Names the people or their adjective (التركي), not the entity: such mentions are shown, not counted. */
  readonly demonym?: boolean | undefined;
  /** Found only in this case of letters. All-capital names of up to five letters are so by themselves. */
  readonly case?: 'exact' | undefined;
  /** Proclitics that this name does not take: `['و']` where و and the name together spell another word. */
  readonly off?: readonly string[] | undefined;
  /** Words whose presence in a passage says that a name shared with others means this entity. */
  readonly cues?: readonly string[] | undefined;
}
