/** Tells people and programs of incidents. */
@NullMarked
package io.goldenpath.notify;

import org.jspecify.annotations.NullMarked;
