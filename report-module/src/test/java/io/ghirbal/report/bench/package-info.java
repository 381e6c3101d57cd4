/** How fast the whole job is and how much memory it takes, over generated articles. */
@NullMarked
package io.ghirbal.report.bench;

import org.jspecify.annotations.NullMarked;
