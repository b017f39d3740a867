/** Which release each target has, and when it changes. */
@NullMarked
package io.goldenpath.release;

import org.jspecify.annotations.NullMarked;
