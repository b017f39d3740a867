/** What the faults of the catalogue are made of. */
@NullMarked
package io.goldenpath.catalogue.change;

import org.jspecify.annotations.NullMarked;
