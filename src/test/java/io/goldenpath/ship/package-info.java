/** What is shipped beside the jar: alert rules, dashboard, chart, image. */
@NullMarked
package io.goldenpath.ship;

import org.jspecify.annotations.NullMarked;
