/** Stands in data files for the address of the folder that the site lies in. */
export const ROOT_MARK = 'sanad-root:';
