/** One execution of a probe: its trigger, its users, its outcome. */
@NullMarked
package io.goldenpath.model.run;

import org.jspecify.annotations.NullMarked;
