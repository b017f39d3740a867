package io.goldenpath.settings.condition;

import io.goldenpath.dialect.definition.MessageValues;

/**
 * An expression that is evaluated on a message itself, with the result that CEL has on a copy: a
 * text, a long, a double, a boolean, {@link DirectValues#NULL}, something with members, or why
 * there is none.
 */
@FunctionalInterface
interface DirectExpression {

  Object value(MessageValues message);

  /** Why there is no result. */
  enum Failure {
    /** It speaks of what is not there, or of another type. */
    ERROR,
    /** Only CEL knows. */
    UNSURE
  }
}
