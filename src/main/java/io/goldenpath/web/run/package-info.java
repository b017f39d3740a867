/** The page of a run: its timeline, transcript and findings, beside the last run that passed. */
@NullMarked
package io.goldenpath.web.run;

import org.jspecify.annotations.NullMarked;
