// The questions of a group as the office's own form asks them.
const make = (tag, attributes = {}, ...inside) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : value);
  element.append(...inside);
  return element;
};
const formOf = (visit) => day.forms.find((f) => f.version === visit.form);
const isShown = (visit, question, all) => question.if.every((c) => {
  const other = all.find((q) => q.code === c.question);
  return other && isShown(visit, other, all) && answerOf(visit, c.question).some((v) => c.is.includes(v));
});
const shownIn = (visit, group) => {
  const all = formOf(visit).groups.flatMap((g) => g.questions);
  return group.questions.filter((q) => isShown(visit, q, all));
};
const groupsOf = (visit) => formOf(visit).groups.filter((g) => shownIn(visit, g).length);
const isWrong = (question, value) => question.type === 'Number' && value.length && !/^-?\d+([.,]\d+)?$/.test(value[0].trim());
const lacking = (visit) => groupsOf(visit).flatMap((g) => shownIn(visit, g).filter((q) => (q.type !== 'Photo' && q.required && !answerOf(visit, q.code).length) || isWrong(q, answerOf(visit, q.code))).map((q) => [g, q]));

const cards = (question, type, given) => make('div', { class: 'choices' }, ...question.options.map((o, at) => make('div', { class: 'choice' },
  Object.assign(make('input', { class: 'choice-input', type, name: `q-${question.code}`, id: `q-${question.code}${at ? `-${at + 1}` : ''}`, value: o.code }), { checked: given.includes(o.code) }),
  make('label', { class: 'choice-face', for: `q-${question.code}${at ? `-${at + 1}` : ''}` }, make('span', { class: 'choice-words' }, make('span', {}, o.text))))));
const stepper = (question, input) => {
  const button = (by, sign, label) => {
    const made = make('button', { type: 'button', class: 'stepper-button', 'aria-label': label, 'aria-controls': input.id }, sign);
    made.addEventListener('click', () => {
      input.value = Math.min(question.max, Math.max(question.min || 0, (parseInt(input.value, 10) || 0) + by));
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    return made;
  };
  return make('div', { class: 'stepper stepper-on' }, button(-1, '−', words.less), input, button(1, '+', words.more));
};
const control = (visit, question, given) => {
  const name = `q-${question.code}`;
  if (question.type === 'Photo') return photoField(visit, question);
  if (question.type === 'Multi') return cards(question, 'checkbox', given);
  if (question.type !== 'Number' && question.type !== 'Text') return cards(question, 'radio', given);
  const tag = question.type === 'Text' ? 'textarea' : 'input';
  const input = make(tag, { class: 'input', id: name, name, inputmode: question.type === 'Number' ? (question.decimals ? 'decimal' : 'numeric') : null, rows: tag === 'textarea' ? 4 : null, autocomplete: 'off' });
  input.value = given.join('\n');
  return question.type === 'Number' && !question.decimals && question.max <= 100 ? stepper(question, input) : input;
};
const field = (visit, question) => {
  const grouped = ['Choice', 'YesNo', 'Multi'].includes(question.type);
  const hint = question.hint || (question.type === 'Multi' ? words['choose-many'] : null);
  const title = `${question.text}${question.unit ? ` (${question.unit})` : ''}`;
  const label = grouped ? make('legend', { class: 'field-label' }, title) : make(question.type === 'Photo' ? 'p' : 'label', { class: 'field-label', for: question.type === 'Photo' ? null : `q-${question.code}` }, title);
  return make(grouped ? 'fieldset' : 'div', { class: 'field', 'data-question': question.code }, label, ...(hint ? [make('p', { class: 'field-hint' }, hint)] : []), control(visit, question, answerOf(visit, question.code)));
};
const typed = (form, question) => {
  const name = `q-${question.code}`;
  const inputs = [...form.querySelectorAll(`[name="${name}"]`)];
  return inputs.filter((i) => !['radio', 'checkbox'].includes(i.type) || i.checked).map((i) => i.value).filter((v) => v.trim());
};
