package io.goldenpath.model.finding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** A result that must not be dropped; Error Prone knows the annotation by its name. */
@Target(ElementType.TYPE)
@interface CheckReturnValue {}
