/** The journeys: straight-line code that walks a path as a user would. */
@NullMarked
package io.goldenpath.journey;

import org.jspecify.annotations.NullMarked;
