/** The path strip's stations and where they stand, for page and terminal. */
@NullMarked
package io.goldenpath.strip;

import org.jspecify.annotations.NullMarked;
