/** Reads who is told of incidents. */
@NullMarked
package io.goldenpath.settings.notify;

import org.jspecify.annotations.NullMarked;
