/** How to read a platform's frames: where the event's name, its ids and its text are. */
@NullMarked
package io.goldenpath.dialect;

import org.jspecify.annotations.NullMarked;
