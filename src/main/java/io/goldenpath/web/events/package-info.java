/** Server-sent events of runs and verdicts. */
@NullMarked
package io.goldenpath.web.events;

import org.jspecify.annotations.NullMarked;
