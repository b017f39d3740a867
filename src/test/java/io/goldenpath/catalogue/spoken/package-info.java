/** Protocols around the platform's plain JSON, as a relay before it speaks them. */
@NullMarked
package io.goldenpath.catalogue.spoken;

import org.jspecify.annotations.NullMarked;
