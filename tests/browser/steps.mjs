// A journey is told step by step; the first that fails ends it, with what is needed to see why.

// `seen()` tells where the journey stood, `finish(code)` ends it.
export function steps(seen, finish) {
  let passed = 0;
  const step = async (name, walk) => {
    const began = Date.now();
    try {
      await walk();
    } catch (fault) {
      console.log(`FAILED ${name}\n${fault.stack}\n${await seen()}\n${passed} passed, 1 failed`);
      await finish(1);
    }
    passed += 1;
    console.log(`ok ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  };
  return { step, passed: () => passed };
}

// Where a page of Chromium stood: its address and a picture at `file`.
export async function pictured(page, file) {
  if (!page) return '';
  await page.screenshot({ path: file, fullPage: true }).catch(() => {});
  return `at ${page.url()}, seen in ${file}`;
}
