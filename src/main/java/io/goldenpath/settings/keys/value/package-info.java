/** Values of settings that are written as one text. */
@NullMarked
package io.goldenpath.settings.keys.value;

import org.jspecify.annotations.NullMarked;
