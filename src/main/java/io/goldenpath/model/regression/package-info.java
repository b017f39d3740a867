/** What has changed in a probe's runs against those learned before, and who is told of it. */
@NullMarked
package io.goldenpath.model.regression;

import org.jspecify.annotations.NullMarked;
