/** Dialects as settings describe them, and those that come with the monitor. */
@NullMarked
package io.goldenpath.settings.dialect;

import org.jspecify.annotations.NullMarked;
