/** Conditions in CEL, compiled and type-checked when they are read. */
@NullMarked
package io.goldenpath.settings.condition;

import org.jspecify.annotations.NullMarked;
