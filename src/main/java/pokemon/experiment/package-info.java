/**
 * The experiments: what concurrency does to downloads, measured, drawn and put into words. Each of the four has a
 * package of its own, {@code speed}, {@code load}, {@code compare} and {@code race}, and none of them imports another.
 * Below them is what they share: {@code report}, {@code measure}, {@code chart} and {@code statistics}. May import what
 * lies below experiments, and the mirror; nothing here knows the command line. This package holds only what the command
 * line sees of an experiment, and imports {@code report} and {@code measure} of the parts below.
 */
package pokemon.experiment;
