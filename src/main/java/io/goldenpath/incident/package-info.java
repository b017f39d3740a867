/** Incidents: outages of a probe from the first bad run to the recovery, with their causes. */
@NullMarked
package io.goldenpath.incident;

import org.jspecify.annotations.NullMarked;
