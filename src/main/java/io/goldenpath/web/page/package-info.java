/** The pages: what a person sees of verdicts and runs. */
@NullMarked
package io.goldenpath.web.page;

import org.jspecify.annotations.NullMarked;
