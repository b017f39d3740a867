/** What one probe did over hours, days and months, in as many points as a chart has room for. */
@NullMarked
package io.goldenpath.history.trend;

import org.jspecify.annotations.NullMarked;
