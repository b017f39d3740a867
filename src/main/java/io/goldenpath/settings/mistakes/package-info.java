/** Wrong settings, each with its key, file and line. */
@NullMarked
package io.goldenpath.settings.mistakes;

import org.jspecify.annotations.NullMarked;
