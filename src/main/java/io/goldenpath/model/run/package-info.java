/** One execution of a probe: what triggered it, what each user met, how it ended. */
@NullMarked
package io.goldenpath.model.run;

import org.jspecify.annotations.NullMarked;
