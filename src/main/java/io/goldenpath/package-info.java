/** The main class and the wiring of all parts. */
@NullMarked
package io.goldenpath;

import org.jspecify.annotations.NullMarked;
