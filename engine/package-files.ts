/** Which files make a folder a package. */

export const manifests: readonly string[] = ['package.json', 'pyproject.toml', 'setup.py', 'setup.cfg', 'Pipfile', 'manage.py'];

/** Makes one too, but only where no manifest is around: folders of scripts, of documentation and of tests have theirs as well. */
export const requirements = 'requirements.txt';
