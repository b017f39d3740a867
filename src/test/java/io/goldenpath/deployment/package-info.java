/** What is shipped beside the jar: alert rules, dashboard, chart, image. */
@NullMarked
package io.goldenpath.deployment;

import org.jspecify.annotations.NullMarked;
