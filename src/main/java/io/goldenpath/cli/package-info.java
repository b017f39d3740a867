/** The commands on the terminal. */
@NullMarked
package io.goldenpath.cli;

import org.jspecify.annotations.NullMarked;
