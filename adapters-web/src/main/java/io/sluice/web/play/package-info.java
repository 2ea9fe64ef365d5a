/**
 * The playground. A {@link io.sluice.web.play.PlayState} is what a link says; it is the text of a
 * study of one cell, which {@link io.sluice.web.play.PlayStudy} reads and plans like any other.
 * {@link io.sluice.web.play.PlayRun} has its ten seeds run and seen step by step, and {@link
 * io.sluice.web.play.PlaySurface} looks at the loss around where one of them stands. Nothing is
 * kept between two requests.
 */
package io.sluice.web.play;
