/** The index as the build writes it (`aids/site/search.py`): JSON as one text. */
declare const text: string;
export default text;
