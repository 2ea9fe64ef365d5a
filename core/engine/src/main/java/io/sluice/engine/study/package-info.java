/**
 * What a study asks, as values: {@link io.sluice.engine.study.StudySpec} and its parts. They hold
 * what the author declared, with lists not yet expanded and ids not yet looked up; the planner does
 * both and addresses its complaints by the paths of these parts, such as {@code
 * optimizers[1].learning-rate}.
 */
package io.sluice.engine.study;
