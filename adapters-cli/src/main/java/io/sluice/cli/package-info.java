/**
 * The command line. {@link io.sluice.cli.CommandLineAdapter} reads the arguments with picocli and
 * hands them to one class per command; each prints its results to standard output, everything about
 * the work itself to standard error, and answers with an exit code: 0 done, 1 the work failed, 2
 * wrong usage. {@link io.sluice.cli.CliModule} says what is needed from outside: where components
 * come from, the version, and a {@link io.sluice.cli.Server}.
 */
package io.sluice.cli;
