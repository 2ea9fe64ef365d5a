/**
 * How fast the engine is. JMH benchmarks time the functions of lane mathematics and whole
 * activations; the comparison side by side times the training of networks against plain Java, C,
 * what Python has and PyTorch through DJL. Each contestant is a process that answers requests, so
 * that rounds interleave.
 */
package io.sluice.benchmarks;
