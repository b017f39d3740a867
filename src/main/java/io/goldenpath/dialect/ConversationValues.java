package io.goldenpath.dialect;

import io.goldenpath.model.target.TemplateValues;

/** Variables of one user's run, which templates read and captures write. */
public interface ConversationValues extends TemplateValues {

  /** Sets a variable, and hides it from all texts where its name says that it is a secret. */
  void set(String name, Object value);
}
