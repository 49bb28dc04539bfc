// Writes the program that stands packed in a file. Usage: node unpack.mjs PACKED.br PROGRAM
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

const [, , packed, program] = process.argv;
writeFileSync(`${program}.part`, brotliDecompressSync(readFileSync(packed)), { mode: 0o755 });
renameSync(`${program}.part`, program);
