/** Runs that a running monitor has kept, asked of it over its API. */
@NullMarked
package io.goldenpath.cli.kept;

import org.jspecify.annotations.NullMarked;
