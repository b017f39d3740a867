package io.goldenpath.web.page;

import java.util.List;

/**
 * The status page.
 *
 * @param headline The truth about everything.
 * @param cards One for each probe, worst first.
 */
record StatusPageView(Headline headline, List<ProbeCardView> cards) {}
