/** Reads settings files at the start and again when they change. */
@NullMarked
package io.goldenpath.settings.load;

import org.jspecify.annotations.NullMarked;
