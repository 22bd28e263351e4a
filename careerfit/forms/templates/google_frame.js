function makeForm() {
  const form = FormApp.create(FORM.file);
  form.setTitle(FORM.title).setDescription(FORM.description).setConfirmationMessage(FORM.thanks);
  form.setProgressBar(true).setCollectEmail(false).setShuffleQuestions(false);
  FORM.person.forEach(title => form.addTextItem().setTitle(title).setRequired(false));
  FORM.sections.forEach(section => {
    form.addPageBreakItem().setTitle(section.title).setHelpText(FORM.scale);
    section.statements.forEach(statement => {
      form.addScaleItem().setTitle(statement).setBounds(1, 5).setLabels(FORM.ends[0], FORM.ends[1]).setRequired(false);
    });
  });
  if (form.supportsAdvancedResponderPermissions()) form.setPublished(true);
  Logger.log(FORM.for_students + " " + form.getPublishedUrl());
  Logger.log(FORM.for_you + " " + form.getEditUrl());
}
