/** Incidents in the history's database, and the search for them there and in memory. */
@NullMarked
package io.goldenpath.incident.storage;

import org.jspecify.annotations.NullMarked;
